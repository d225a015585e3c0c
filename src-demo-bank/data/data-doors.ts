import { answerDataCall } from './answer-data-call.ts';
import { findDataRoute } from './data-routes.ts';
import { noDoor } from '../http/listener.ts';
import type { AsyncTasks } from './async-tasks.ts';
import type { DataDesk } from './answer-data-call.ts';
import type { Door, Incoming } from '../http/door.ts';
import type { Endpoint } from '../faults/fault-schema.ts';

/** `/me` and `/info` have no `async` parameter in TrueLayer's document. */
const neverAsync: readonly Endpoint[] = ['me', 'info', 'results'];

/** The doors of the Data API. Everything is a GET. */
export function findDataDoor(desk: DataDesk, tasks: AsyncTasks, incoming: Incoming): Door {
  const route = incoming.method === 'GET' ? findDataRoute(incoming.path) : null;
  if (route === null) return noDoor;
  const profile = desk.books.find((book) => book.profile.accountId === route.accountId)?.profile;
  const isAsync = incoming.query.get('async') === 'true' && !neverAsync.includes(route.endpoint);
  return {
    target: {
      endpoint: route.endpoint,
      accountId: route.accountId,
      accountIndex: profile?.index ?? null,
      grant: null,
      isAsync,
    },
    answer: (effects) => {
      const answer = answerDataCall(desk, {
        route,
        query: incoming.query,
        authorization: incoming.headers.get('authorization'),
        isAttended: (incoming.headers.get('x-psu-ip') ?? '') !== '',
        effects,
      });
      if (answer.status !== 200) return answer;
      if (route.endpoint === 'results') return tasks.poll(route.accountId ?? '');
      return isAsync ? tasks.queue(answer) : answer;
    },
  };
}
