import type { ReactNode } from 'react';

/** The page of those who are not in yet: the house's name, a title, one form. */
export function FrontDoor({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main id="content" className="grid min-h-dvh content-center justify-items-center px-5 py-12">
      <div className="grid w-full max-w-84 gap-6">
        <header className="grid gap-6">
          <p className="flex items-center gap-2 font-bold text-lg tracking-[-0.01em]">
            <span aria-hidden="true" className="block h-1 w-4.5 -rotate-32 rounded-xs bg-pencil" />
            Bluepencil
          </p>
          <h1 className="font-semibold font-text text-title tracking-[-0.015em]">{title}</h1>
        </header>
        {children}
      </div>
    </main>
  );
}
