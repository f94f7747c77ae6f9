/** Turns the bytes it is sent around, and ends. */
process.parentPort.once('message', ({ data }) => {
  const bytes: Uint8Array = data;
  process.parentPort.postMessage(bytes.toReversed());
  setTimeout(() => process.exit(7), 50);
});
