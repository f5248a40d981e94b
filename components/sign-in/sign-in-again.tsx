'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef } from 'react';
import { sayFailure } from '@/components/data/failure-words';
import { type Me, meQuery } from '@/components/data/me';
import { healthQuery } from '@/components/data/service';
import { Button } from '@/components/ui/button';
import { Dialog, DialogActions } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { goTo } from './go-to';
import { useSignIn } from './use-sign-in';

export interface SignInAgainProps {
  /** Who opened the page and is to go on with it. */
  readonly me: Me;
  /** Somebody else who has signed in with this browser meanwhile. */
  readonly takenBy?: Me;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Told who the desk says is signed in now, which may be somebody else. */
  readonly onSignedIn: (present: Me) => void;
}

/** A dialog over the page, which keeps everything as it is: the same person signs in again and goes on. */
export function SignInAgain({ me, takenBy, open, onOpenChange, onSignedIn }: SignInAgainProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={takenBy === undefined ? 'Your session has ended' : `${takenBy.name} is signed in here now`}
      description={
        takenBy === undefined
          ? `Sign in again, ${me.name}, and go on where you are. Nothing on this page is lost.`
          : `This page was opened by ${me.name}. What they have not sent stays on this device and is sent when they sign in again.`
      }
    >
      {/* Mounted while it is open, so that no password stays in the page. */}
      {open && <AskAgain me={me} takenBy={takenBy} onSignedIn={onSignedIn} />}
    </Dialog>
  );
}

function AskAgain({
  me,
  takenBy,
  onSignedIn,
}: Pick<SignInAgainProps, 'me' | 'onSignedIn'> & { readonly takenBy: Me | undefined }) {
  const client = useQueryClient();
  const health = useQuery(healthQuery);
  const password = useRef<HTMLInputElement>(null);
  const { busy, problem, attempt } = useSignIn(async () => {
    try {
      onSignedIn(await client.fetchQuery({ ...meQuery, staleTime: 0 }));
      return undefined;
    } catch (error) {
      return sayFailure(error);
    }
  });

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const done = await attempt(me.email, String(given.get('password')));
    if (!done) password.current?.select();
  }

  /** The demo's password is no secret, but other desks do not send it to browsers. */
  async function stepIn() {
    const { demoPassword } = await import('@/domain/demo-people');
    await attempt(me.email, demoPassword);
  }

  // As high as what comes, so that nothing jumps.
  if (health.isPending) return <div className="h-24" />;
  const isOneClick = health.data?.demo === true && problem === undefined;
  return (
    <form onSubmit={submit} className="grid gap-4">
      {problem !== undefined && <Notice tone="bad">{problem}</Notice>}
      {!isOneClick && (
        <>
          {/* Tells a keeper of passwords whose it is. */}
          <input type="email" name="email" autoComplete="username" value={me.email} readOnly hidden />
          <Field label={`Password of ${me.email}`}>
            <TextInput
              ref={password}
              name="password"
              type="password"
              autoComplete="current-password"
              required
              autoFocus
            />
          </Field>
        </>
      )}
      <DialogActions>
        {takenBy === undefined ? (
          <Button disabled={busy} onClick={() => goTo(signInAddress())}>
            Somebody else
          </Button>
        ) : (
          <Button disabled={busy} onClick={() => window.location.reload()}>
            Go on as {takenBy.name}
          </Button>
        )}
        {isOneClick ? (
          <Button variant="primary" busy={busy} onClick={stepIn} autoFocus>
            Sign in as {me.name}
          </Button>
        ) : (
          <Button type="submit" variant="primary" busy={busy}>
            Sign in
          </Button>
        )}
      </DialogActions>
    </form>
  );
}

/** The sign-in page, which leads back here. */
function signInAddress(): string {
  const { pathname, search, hash } = window.location;
  return `/sign-in?next=${encodeURIComponent(pathname + search + hash)}`;
}
