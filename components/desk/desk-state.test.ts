import { expect, test, vi } from 'vitest';
import { createDeskStore } from './desk-state';

test('choosing another mark closes the forms of the first', () => {
  const store = createDeskStore();
  store.get().edit('a');
  expect(store.get()).toMatchObject({ chosenId: 'a', editingId: 'a' });
  store.get().choose('b', 'key');
  expect(store.get()).toMatchObject({ chosenId: 'b', chosenFrom: 'key', editingId: undefined });
});

test('choosing the same mark again leaves its form open', () => {
  const store = createDeskStore();
  store.get().edit('a');
  store.get().choose('a', 'text');
  expect(store.get().editingId).toBe('a');
});

test('only one form is open at a time', () => {
  const store = createDeskStore();
  store.get().edit('a');
  store.get().decide({ id: 'a', decision: 'reject' });
  expect(store.get()).toMatchObject({ editingId: undefined, deciding: { id: 'a' } });
});

test('a selection that stays the same wakes nobody', () => {
  const store = createDeskStore();
  store.get().select({ start: 3, end: 9 });
  const listener = vi.fn();
  store.subscribe(listener);
  store.get().select({ start: 3, end: 9 });
  expect(listener).not.toHaveBeenCalled();
  store.get().select(undefined);
  expect(listener).toHaveBeenCalledOnce();
});

test('whoever left is not called again', () => {
  const store = createDeskStore();
  const listener = vi.fn();
  store.subscribe(listener)();
  store.get().relaid();
  expect(listener).not.toHaveBeenCalled();
});
