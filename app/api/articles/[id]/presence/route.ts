import { tellPresence } from '@/domain/contract/events';
import * as events from '@/server/events';
import { handle } from '@/server/http/handle';
import { others } from '@/server/http/others';

export const PUT = handle(tellPresence, events.tellPresence);
export const { GET, POST, PATCH, DELETE, OPTIONS } = others(PUT);
