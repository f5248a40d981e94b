/**
 * Imported before anything else by every entry point: ends the program with one sentence when Node is too old.
 * better-sqlite3 needs Node-API 10 and below it dies without a word. Written in what the oldest Node understands.
 */
if (!(Number(process.versions['napi']) >= 10)) {
  console.error(
    'Bluepencil needs Node 22.14 or newer, and this is Node ' +
      process.versions.node +
      ': run `npm ci` once, then start it with `npm run ...`, which uses the Node 24 that the project brings.',
  );
  process.exit(1);
}
