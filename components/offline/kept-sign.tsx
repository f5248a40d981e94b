'use client';

import { HardDriveDownload } from 'lucide-react';
import { useConnection } from '@/components/data/live/connection';
import { useShownCopy } from './shown-copy';
import { useKeptArticles } from './use-kept-articles';

/** While the desk cannot be reached: that the article at the path can be read and marked all the same. */
export function KeptSign({ path }: { readonly path: string }) {
  const isCopy = useShownCopy() !== undefined;
  const isOffline = useConnection() === 'offline' || isCopy;
  return isOffline ? <Sign path={path} /> : null;
}

function Sign({ path }: { readonly path: string }) {
  const isKept = useKeptArticles()?.some((article) => article.path === path) ?? false;
  if (!isKept) return null;
  return (
    <span className="flex shrink-0 items-center gap-1 text-good">
      <HardDriveDownload aria-hidden="true" size={13} strokeWidth={1.75} />
      Readable offline
    </span>
  );
}
