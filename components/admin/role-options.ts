import { roles } from '@/domain/person';
import { capitalised, roleWords } from '@/domain/words';

/** The roles as a list offers them. */
export const roleOptions = roles.map((role) => ({ value: role, label: capitalised(roleWords[role]) }));
