import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogActions } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';

/** A one-time link and whom it lets in. */
export interface SetUpLink {
  readonly name: string;
  readonly url: string;
}

/** Shows a set-up link, this once: the desk itself does not know it any more. */
export function SetUpLinkDialog({ link, onClose }: { link: SetUpLink | undefined; onClose: () => void }) {
  return (
    <Dialog
      open={link !== undefined}
      onOpenChange={(open) => !open && onClose()}
      title={link === undefined ? 'Set-up link' : `Set-up link for ${link.name}`}
      description="Pass it on yourself. It is shown only now and works once, for seven days; whoever has it can choose the password."
    >
      {link !== undefined && <Link url={link.url} onDone={onClose} />}
    </Dialog>
  );
}

function Link({ url, onDone }: { url: string; onDone: () => void }) {
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  async function copy() {
    try {
      await navigator.clipboard.writeText(url);
      setCopied(true);
    } catch {
      // Without leave to use the clipboard, the person copies what is now selected.
      field.current?.select();
    }
  }

  return (
    <>
      <Field label="Link">
        <TextInput ref={field} readOnly value={url} onFocus={(event) => event.currentTarget.select()} />
      </Field>
      <DialogActions>
        <Button onClick={copy} variant={copied ? 'plain' : 'primary'}>
          {copied ? <Check aria-hidden="true" size={15} /> : <Copy aria-hidden="true" size={15} />}
          <span role="status">{copied ? 'Copied' : 'Copy the link'}</span>
        </Button>
        <Button onClick={onDone}>Done</Button>
      </DialogActions>
    </>
  );
}
