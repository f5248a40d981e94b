'use client';

import { useState } from 'react';
import { classNames } from '@/components/ui/class-names';

/** The page itself, from its own address, in a frame that may neither run scripts nor leave. */
export function PagePreview({ address, title }: { address: string; title: string }) {
  const [isLoaded, setLoaded] = useState(false);
  return (
    <>
      {!isLoaded && <p className="absolute inset-x-0 top-0 p-6 text-soft">Preparing the preview…</p>}
      <iframe
        src={address}
        title={title}
        sandbox=""
        onLoad={() => setLoaded(true)}
        className={classNames('absolute inset-0 size-full', !isLoaded && 'invisible')}
      />
    </>
  );
}
