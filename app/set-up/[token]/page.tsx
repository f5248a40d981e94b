import type { Metadata } from 'next';
import { SetUpForm } from '@/components/set-up/set-up-form';
import { FrontDoor } from '@/components/sign-in/front-door';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { readSetUp } from '@/server/people';

/** The token must not leave in a Referer, not even to ourselves. */
export const metadata: Metadata = { title: 'Choose a password', referrer: 'no-referrer' };

export default async function SetUpPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const person = await readSetUp(token);
  if (person === undefined) {
    return (
      <FrontDoor title="This link does not work">
        <Notice tone="warning">
          It was used already, or its time is over. Ask your admin for a new one.
        </Notice>
        <LinkButton href="/sign-in">Go to sign-in</LinkButton>
      </FrontDoor>
    );
  }
  return (
    <FrontDoor title={person.asksWho ? 'Set up this desk' : `Welcome, ${person.name}`}>
      <p className="-mt-3 text-pretty text-soft">
        {person.asksWho
          ? 'You are its first admin. Others are added by you afterwards.'
          : `Choose a password to sign in with as ${person.email}.`}
      </p>
      <SetUpForm token={token} asksWho={person.asksWho} />
    </FrontDoor>
  );
}
