'use client';

import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '@/components/data/call';
import { sayFailure } from '@/components/data/failure-words';
import { fieldErrors } from '@/components/data/field-errors';
import { signIn } from '@/components/sign-in/sign-in';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { focusFirstInvalid } from '@/components/ui/focus-first-invalid';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { MAX_PASSWORD, MIN_PASSWORD, setUpPassword } from '@/domain/contract/people';

/** Chooses a password through a one-time link, then signs in with it. */
export function SetUpForm({
  token,
  asksWho,
}: {
  token: string;
  /** The link is the first admin's, whom nobody has named yet. */
  asksWho: boolean;
}) {
  const [differs, setDiffers] = useState(false);
  const setUp = useMutation({
    mutationFn: async (given: { name?: string; email?: string; password: string }) => {
      const { email } = await call(setUpPassword, { body: { token, ...given } });
      // Where this attempt fails, the sign-in page is still the right place to be.
      return signIn(email, given.password);
    },
    onSuccess: (outcome) => window.location.assign(outcome.is === 'signedIn' ? '/' : '/sign-in'),
  });
  const wrong = fieldErrors(setUp.error);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const text = (name: string) => String(given.get(name) ?? '');
    const same = text('password') === text('again');
    setDiffers(!same);
    if (!same) return focusFirstInvalid(form);
    setUp.mutate(
      { password: text('password'), ...(asksWho && { name: text('name'), email: text('email') }) },
      { onError: () => focusFirstInvalid(form) },
    );
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {setUp.isError && wrong.size === 0 && <Notice tone="bad">{sayFailure(setUp.error)}</Notice>}
      {asksWho && (
        <>
          <Field label="Your name" error={wrong.get('name')}>
            <TextInput name="name" autoComplete="name" autoFocus />
          </Field>
          <Field label="E-mail" error={wrong.get('email')}>
            <TextInput name="email" type="email" autoComplete="username" />
          </Field>
        </>
      )}
      <Field
        label="New password"
        hint={`At least ${MIN_PASSWORD} characters. A few words that only you would put together are best.`}
        error={wrong.get('password')}
      >
        <TextInput
          name="password"
          type="password"
          autoComplete="new-password"
          maxLength={MAX_PASSWORD}
          autoFocus={!asksWho}
        />
      </Field>
      <Field label="The same again" error={differs ? 'differs from the one above' : undefined}>
        <TextInput name="again" type="password" autoComplete="new-password" maxLength={MAX_PASSWORD} />
      </Field>
      <Button
        type="submit"
        variant="primary"
        busy={setUp.isPending || setUp.isSuccess}
        className="mt-1 w-full"
      >
        Choose this password
      </Button>
    </form>
  );
}
