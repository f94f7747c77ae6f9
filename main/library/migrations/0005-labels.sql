-- Labels of changes are JSON like their arguments, to be said in any language; those from before are texts in English.
UPDATE change_log SET label = json_quote(label);
