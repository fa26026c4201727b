// The arm of Emmett: one command a line on standard input, one answer a line on standard output.
import { createInterface } from 'node:readline';
import pg from 'pg';
import { getPostgreSQLEventStore, pongoProjection } from '@event-driven-io/emmett-postgresql';
import { pongoClient } from '@event-driven-io/pongo';

let arena, pool, store, pongo, incidents;
let said = 0;
const turns = [];

/** Who stands where, one document for a party and a claim, kept in the transaction that appends. */
const positions = pongoProjection({
  name: 'positions',
  canHandle: ['claim_asserted'],
  handle: async (events, { pongo }) => {
    const collection = pongo.db().collection('positions');
    for (const { type, data, metadata } of events) {
      if (type !== 'claim_asserted') continue;
      await collection.handle(`${metadata.streamName}/${data.by[0]}/${data.claim}`, position => ({
        party: data.by[0], claim: data.claim, ...position, latest: { statement: data.statement, stance: 'asserts', strength: data.strength }
      }));
    }
  }
});

/** What the decision needs of an incident. It is read by key, as the ledger reads its own: no stream is folded to log a statement. */
const structure = pongoProjection({
  name: 'incidents',
  canHandle: ['incident_opened', 'claim_framed'],
  handle: async (events, { pongo }) => {
    const collection = pongo.db().collection('incidents');
    await collection.handle(events[0].metadata.streamName, incident => events.reduce(
      (state, { type, data }) => (type === 'claim_framed' ? { ...state, claims: [...state.claims, data.claim.id] } : { closed: false, claims: [] }), incident));
  }
});

async function open(settings) {
  arena = settings;
  pool = new pg.Pool({ connectionString: arena.connection, max: arena.pool });
  const projections = arena.projected ? [positions, structure].map(projection => ({ type: 'inline', projection })) : [];
  store = getPostgreSQLEventStore(arena.connection, { connectionOptions: { pool }, projections });
  await store.schema.migrate();
  pongo = pongoClient(arena.connection, { connectionOptions: { pool } });
  incidents = pongo.db().collection('incidents');
  if (arena.projected) for (const name of ['incidents', 'positions']) await pongo.db().collection(name).schema.migrate();
  for (let incident = 0; incident < arena.incidents; incident++)
    await store.appendToStream(`incident-${incident}`, [
      { type: 'incident_opened', data: { headline: `Incident number ${incident}`, zone: 'Asia/Baghdad' } },
      ...Array.from({ length: arena.claims }, (_, claim) => ({ type: 'claim_framed', data: { claim: { id: `c${claim}`, kind: 'occurrence', text: `Claim ${claim}` } } }))
    ]);
  return { ready: true };
}

/** The same statements in the same incidents as every other arm. */
function next(writer) {
  const n = ++said;
  turns[writer] ??= 0;
  const own = Math.max(1, Math.floor(arena.incidents / arena.writers));
  const incident = (writer + arena.writers * (turns[writer]++ % own)) % arena.incidents;
  return { id: `e${n}`, stream: `incident-${incident}`, party: `p${(n * 7) % arena.parties}`, claim: `c${n % arena.claims}` };
}

function eventsOf({ id, party, claim }) {
  const { sample } = arena;
  const filled = json => JSON.parse(json.replaceAll(sample.id, id).replaceAll(`"${sample.party}"`, `"${party}"`).replaceAll(`"${sample.claim}"`, `"${claim}"`));
  return arena.bodies.map(({ type, json }) => ({ type, data: filled(json) }));
}

async function log(writer) {
  const saying = next(writer);
  if (arena.projected) {
    const incident = await incidents.findOne({ _id: saying.stream });
    if (!incident || incident.closed || !incident.claims.includes(saying.claim)) throw new Error('The statement was refused.');
  }
  try {
    await store.appendToStream(saying.stream, eventsOf(saying));
    return true;
  } catch (fault) {
    if (fault?.name === 'ExpectedVersionConflictError' || fault?.errorCode === 412) return false;
    throw fault;
  }
}

async function turn({ writers, leadIn, seconds }) {
  const start = performance.now(), from = start + leadIn * 1000, until = from + seconds * 1000;
  const tally = { acknowledged: 0, refused: 0 }, waits = [];
  const work = async writer => {
    for (let asked; (asked = performance.now()) < until;) {
      const isDone = await log(writer), answered = performance.now();
      if (!isDone) { tally.refused++; continue; }
      tally.acknowledged++;
      if (answered >= from && answered < until) waits.push(answered - asked);
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => work(writer)));
  waits.sort((a, b) => a - b);
  const at = share => waits[Math.floor(share * (waits.length - 1))] ?? 0;
  return { ...tally, counted: waits.length, seconds, median: at(0.5), p99: at(0.99) };
}

for await (const line of createInterface({ input: process.stdin })) {
  const { open: settings, turn: load } = JSON.parse(line);
  try {
    console.log(JSON.stringify(settings ? await open(settings) : await turn(load)));
  } catch (fault) {
    console.log(JSON.stringify({ fault: String(fault?.stack ?? fault).slice(0, 500) }));
  }
}
process.exit(0);
