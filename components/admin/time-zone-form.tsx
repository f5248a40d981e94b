import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { Settings } from '@/domain/setting';

/** The zone on whose clocks deadlines are told. */
export function TimeZoneForm({
  timeZone,
  busy,
  onSave,
}: {
  timeZone: string;
  busy: boolean;
  onSave: (timeZone: string) => void;
}) {
  const [typed, setTyped] = useState(timeZone);
  const [asked, setAsked] = useState(false);
  const parsed = Settings.shape.timeZone.safeParse(typed);

  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (parsed.success) onSave(parsed.data);
  }

  return (
    <form onSubmit={submit} className="flex max-w-md items-start gap-2">
      <Field
        label="Time zone"
        hint="Deadlines are shown on its clocks, wherever the reader is."
        error={asked && !parsed.success ? parsed.error.issues[0]?.message : undefined}
        className="flex-1"
      >
        <Combobox value={typed} onValueChange={setTyped} proposals={zones} />
      </Field>
      <Button type="submit" busy={busy} disabled={typed === timeZone} className="mt-5.5">
        Save
      </Button>
    </form>
  );
}

const zones = Intl.supportedValuesOf('timeZone').map((value) => ({ value }));
