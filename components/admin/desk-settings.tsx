'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '@/components/data/call';
import { sayFailure } from '@/components/data/failure-words';
import { FetchNotice } from '@/components/data/fetch-notice';
import { meQuery } from '@/components/data/me';
import { settingsQuery } from '@/components/data/people';
import { Notice } from '@/components/ui/notice';
import { Switch } from '@/components/ui/switch';
import { changeSettings } from '@/domain/contract/people';
import type { Settings } from '@/domain/setting';
import { TimeZoneForm } from './time-zone-form';

/** What holds for the whole desk. */
export function DeskSettings() {
  const cache = useQueryClient();
  const settings = useQuery(settingsQuery);
  const change = useMutation({
    mutationFn: (patch: Partial<Settings>) => call(changeSettings, { body: patch }),
    onSuccess: (changed) => cache.setQueryData(settingsQuery.queryKey, changed),
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: settingsQuery.queryKey }),
        cache.invalidateQueries({ queryKey: meQuery.queryKey }),
      ]),
  });

  return (
    <section aria-labelledby="settings" className="mt-12">
      <h2 id="settings" className="mb-4 font-semibold font-text text-section">
        Settings
      </h2>
      {settings.isError && <FetchNotice error={settings.error} onRetry={() => settings.refetch()} />}
      {change.isError && (
        <Notice tone="bad" className="mb-4">
          {sayFailure(change.error)}
        </Notice>
      )}
      {settings.data !== undefined && (
        <div className="grid gap-8 md:grid-cols-2">
          <div>
            <Switch
              label="One-person desk"
              checked={
                change.isPending
                  ? (change.variables.onePersonDesk ?? settings.data.onePersonDesk)
                  : settings.data.onePersonDesk
              }
              disabled={change.isPending}
              onCheckedChange={(onePersonDesk) => change.mutate({ onePersonDesk })}
            />
            <p className="mt-1 max-w-md text-pretty text-soft">
              Normally nobody decides on a mark that they made or were the last to change. While this is on,
              they may: for a desk with a single reviewer. Every page says so, and so does the log.
            </p>
          </div>
          <TimeZoneForm
            key={settings.data.timeZone}
            timeZone={settings.data.timeZone}
            busy={change.isPending}
            onSave={(timeZone) => change.mutate({ timeZone })}
          />
        </div>
      )}
    </section>
  );
}
