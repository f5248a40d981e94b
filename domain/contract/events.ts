/** Operations that stream what happens, and the shape of every event in a stream. */
import { z } from 'zod';
import { ArticleSummary } from '@/domain/article';
import { Change, ChangeAction } from '@/domain/change';
import { ArticleParams } from '@/domain/contract/articles';
import { Id, operation, RawReply } from '@/domain/contract/operation';
import { Person } from '@/domain/person';
import { NewPresence, Presence } from '@/domain/presence';

/** A place in an article's log: everything up to and including it is known. */
const position = z.int().nonnegative();

/** The `data` of every event, by its name; one line of JSON each. */
export const streamEvents = {
  /** The next line of the log of a followed article; `id:` is its position on the stream of one article. */
  change: Change.extend({ articleId: Id }),
  /** Everybody who is at a followed article, whenever any of it changes. */
  presence: z.object({ articleId: Id, people: z.array(Presence) }),
  /** What lies between is not told any more: read the article's marks again, which show `position` or later. */
  resync: z.object({ articleId: Id, position }),
  /** The stream ends now. After `shutdown` it is worth coming back; after `signedOut` only with a new session. */
  bye: z.object({ reason: z.enum(['shutdown', 'signedOut']) }),
  /** Only on the desk's stream: an article as it is after it, or marks of it, changed. */
  article: ArticleSummary,
  /** Only on the desk's stream: who is at an article, whenever somebody comes or goes; nobody when it is empty. */
  here: z.object({ articleId: Id, people: z.array(Person) }),
  /** Only on the desk's stream: something about people or settings changed. */
  desk: z.object({ action: ChangeAction, subjectId: z.string() }),
} as const satisfies Record<string, z.ZodType>;

export type StreamEventName = keyof typeof streamEvents;
export type StreamEventData<Name extends StreamEventName> = z.infer<(typeof streamEvents)[Name]>;

/** How many articles one stream of the desk follows at most. */
export const MOST_FOLLOWED = 50;

/**
 * Follows one article, after a position or `Last-Event-ID`; without either, from now on. Where both are given, the
 * header counts: an `EventSource` that comes back sends the address it was made with and the newest id it saw.
 */
export const followArticle = operation({
  method: 'GET',
  path: '/api/articles/[id]/events',
  params: ArticleParams,
  query: z.strictObject({ after: z.coerce.number().int().nonnegative().optional() }),
  reply: RawReply,
  background: true,
});

/**
 * Follows the whole desk on one stream, so that a browser with many tabs needs one connection: every article's summary
 * and who is there, and each change of the articles named, after their positions.
 */
export const followDesk = operation({
  method: 'GET',
  path: '/api/events',
  query: z.strictObject({
    /** `<article id>@<position>`, joined by commas. */
    articles: z
      .string()
      .optional()
      .transform((written) => (written === undefined || written === '' ? [] : written.split(',')))
      .pipe(
        z
          .array(
            z
              .string()
              .regex(/^[^@]+@\d{1,15}$/, 'is not an article and a position such as <id>@12')
              .transform((written) => {
                const [articleId, after] = written.split('@');
                return { articleId, after: Number(after) };
              })
              .pipe(z.object({ articleId: Id, after: position })),
          )
          .max(MOST_FOLLOWED, `names more than ${MOST_FOLLOWED} articles`),
      ),
  }),
  reply: RawReply,
  background: true,
});

/** Says where one is in an article; answers with everybody who is there. Said again every so often, or one is idle. */
export const tellPresence = operation({
  method: 'PUT',
  path: '/api/articles/[id]/presence',
  params: ArticleParams,
  body: NewPresence,
  reply: z.object({ people: z.array(Presence) }),
  background: true,
});
