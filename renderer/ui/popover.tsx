/** A small panel that opens from a button and stays beside it. */
import { Popover as Radix } from 'radix-ui';
import { type ReactNode, useContext } from 'react';
import { OverlayContainer } from './overlay-container.ts';
import styles from './popover.module.css';

interface PopoverProps {
  /** The button; it has to take a ref, as every plain element does. */
  readonly trigger: ReactNode;
  readonly label: string;
  readonly children: ReactNode;
}

export function Popover({ trigger, label, children }: PopoverProps) {
  const container = useContext(OverlayContainer);
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={container}>
        <Radix.Content className={styles.popover} align="end" sideOffset={6} collisionPadding={12} aria-label={label}>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
