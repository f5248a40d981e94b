import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { DemoPeople } from '@/components/sign-in/demo-people';
import { FrontDoor } from '@/components/sign-in/front-door';
import { nextPath } from '@/components/sign-in/next-path';
import { SignInForm } from '@/components/sign-in/sign-in-form';
import { demoPassword, demoPeople } from '@/domain/demo-people';
import { currentActor } from '@/server/page';
import { isDemoDesk } from '@/server/service';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const { next: asked } = await searchParams;
  const next = nextPath(typeof asked === 'string' ? asked : undefined);
  if ((await currentActor()) !== undefined) redirect(next);
  return (
    <FrontDoor title="Sign in">
      <SignInForm next={next} />
      {(await isDemoDesk()) && <DemoPeople people={demoPeople} password={demoPassword} next={next} />}
    </FrontDoor>
  );
}
