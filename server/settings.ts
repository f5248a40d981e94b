/** Use cases of the desk's settings. */
import { appendChange } from '@/db/changes';
import * as queries from '@/db/settings';
import { DESK_LOG } from '@/domain/change';
import type * as operations from '@/domain/contract/people';
import { Settings } from '@/domain/setting';
import { demand } from '@/server/permission';
import type { UseCase } from '@/server/use-case';

export const read: UseCase<typeof operations.readSettings> = ({ db }) => queries.readSettings(db.sql);

export const change: UseCase<typeof operations.changeSettings> = ({ actor, body, now, write }) =>
  write(async (sql) => {
    demand(actor, 'settings.change', {});
    const before = await queries.readSettings(sql);
    const after = Settings.parse({ ...before, ...body });
    if (before.onePersonDesk === after.onePersonDesk && before.timeZone === after.timeZone) return before;
    await queries.writeSettings(sql, after);
    await appendChange(sql, {
      log: DESK_LOG,
      actorId: actor.id,
      at: now,
      action: 'setting.changed',
      subjectId: 'settings',
      before,
      after,
    });
    return after;
  });
