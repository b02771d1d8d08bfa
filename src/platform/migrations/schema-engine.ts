import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

type Bindings = typeof bindings & { __wbg_set_wasm(exports: WebAssembly.Exports): void };
type Engine = bindings.SchemaEngine;

let isLoaded = false;

/** Instantiates the engine's WebAssembly module: Node has no loader for the `.wasm` import that the package makes. */
async function loadBindings(): Promise<Bindings> {
  const loaded = bindings as Bindings;
  if (isLoaded) return loaded;
  const folder = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(folder.replace(/\.js$/, ".wasm"));
  // The bindings are the imports that the module asks for; their types don't say so.
  const imports = { "./schema_engine_bg.js": loaded as unknown as WebAssembly.ModuleImports };
  const { instance } = await WebAssembly.instantiate(bytes, imports);
  loaded.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  isLoaded = true;
  return loaded;
}

/**
 * Prisma's own schema engine, from WebAssembly, on the database of `url`: it needs no downloaded binary.
 * A diff from migrations replays them on that database, so give such a call a scratch database.
 */
export async function withSchemaEngine<T>(url: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  const { SchemaEngine } = await loadBindings();
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool));
  try {
    const engine = await SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } finally {
    await pool.end();
  }
}

/**
 * The adapter as the engine needs it. It cuts a script at every semicolon, those inside functions and comments too, and runs the pieces
 * one by one: sent whole, PostgreSQL parses it itself and applies all of it or nothing. And it refuses the catalogue's own
 * one-letter type, which reads as text.
 */
class WholeScripts extends PrismaPg {
  override async connect() {
    return mend(await super.connect());
  }

  override async connectToShadowDb() {
    return mend(await super.connectToShadowDb());
  }
}

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;

function mend(adapter: Adapter): Adapter {
  const pool = adapter.underlyingDriver();
  adapter.executeScript = async (script: string) => {
    await pool.query(script);
  };
  // The engine asks one question at a time, so the columns noted last are those of the answer at hand.
  let letters: number[] = [];
  const query = pool.query.bind(pool) as (...words: unknown[]) => Promise<pg.QueryResult>;
  const noting = async (...words: unknown[]) => {
    const result = await query(...words);
    letters = (result.fields ?? []).flatMap((field, index) =>
      field.dataTypeID === pg.types.builtins.CHAR ? [index] : [],
    );
    for (const index of letters)
      Object.assign(result.fields[index] ?? {}, { dataTypeID: pg.types.builtins.TEXT });
    return result;
  };
  Object.assign(pool, { query: noting });
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (question) => {
    const answer = await queryRaw(question);
    for (const index of letters) answer.columnTypes[index] = ColumnTypeEnum.Character;
    return answer;
  };
  return adapter;
}
