/** Kept on each device and shown there, at whatever address was asked for, while the desk cannot be reached. */
import type { Metadata } from 'next';
import { OfflineScreen } from '@/components/offline/offline-screen';

export const metadata: Metadata = { title: 'The desk cannot be reached' };

export default function OfflinePage() {
  return <OfflineScreen />;
}
