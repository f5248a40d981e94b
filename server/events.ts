/** Use cases of what is told while it happens: follow an article or the whole desk, say where one is. */
import type * as operations from '@/domain/contract/events';
import { Refusal } from '@/domain/refusal';
import { demandArticle } from '@/server/articles';
import type { NewStream, Place } from '@/server/feed/feed';
import { house } from '@/server/house';
import { invalid } from '@/server/http/problem';
import { takePlace } from '@/server/rate-limit';
import { readText } from '@/server/texts';
import type { StreamUseCase, UseCase } from '@/server/use-case';

export const followArticle: StreamUseCase<typeof operations.followArticle> = async (call) => {
  const { actor, db, gone, lastEventId, params, query, session } = call;
  const { id } = await demandArticle(db.sql, params.id);
  const after = lastEventId === undefined ? query.after : placeIn(lastEventId);
  const person = { id: actor.id, name: actor.name };
  return streamed({ of: 'article', articles: [{ id, after }], person, session, gone });
};

export const followDesk: StreamUseCase<typeof operations.followDesk> = ({ actor, gone, query, session }) => {
  // Named twice, an article is followed from the place named last.
  const places = new Map(query.articles.map(({ articleId, after }) => [articleId, after]));
  const articles = Array.from(places, ([id, after]) => ({ id, after }));
  const person = { id: actor.id, name: actor.name };
  return streamed({ of: 'desk', articles, person, session, gone });
};

export const tellPresence: UseCase<typeof operations.tellPresence> = async ({ actor, body, db, params }) => {
  const { feed, tellings } = await house();
  const wait = await takePlace(tellings, actor.id);
  if (wait > 0) {
    throw new Refusal('too-many-requests', 'Where you are was told too often; wait a moment.', {
      retryAfter: wait,
    });
  }
  const { id } = await demandArticle(db.sql, params.id);
  const { selection } = body;
  if (selection !== null) {
    const { text } = await readText(db, db.sql, id);
    if (selection.end > text.length) throw invalid('selection.end', 'is after the end of the text');
    if (selection.start > selection.end)
      throw invalid('selection.start', 'is after the end of the selection');
  }
  return { people: feed.tell(id, { id: actor.id, name: actor.name }, selection) };
};

/** An event's id as a client names it; whatever was not made here is no place. */
function placeIn(lastEventId: string): Place {
  return /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : 'unknown';
}

async function streamed(asked: NewStream): Promise<Response> {
  const { feed } = await house();
  return new Response(await feed.open(asked), {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      // Neither this server nor a proxy compresses it: that would hold events back.
      'cache-control': 'private, no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}
