import { createServer } from "node:http";
import getPort, { portNumbers } from "get-port";
import { collectDefaultMetrics, Gauge, Registry } from "prom-client";

export interface MetricsServer {
  port: number;
  registry: Registry;
  close(): Promise<void>;
}

/** Serves this process's Prometheus metrics at `/metrics`, on a port of their own that need not face the world. */
export async function serveMetrics(options: { host: string; port: number }): Promise<MetricsServer> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "episodic_" });
  const server = createServer(async (request, response) => {
    if (request.url !== "/metrics") {
      response.writeHead(404).end("Metrics are at /metrics.\n");
      return;
    }
    try {
      const body = await registry.metrics();
      response.writeHead(200, { "content-type": registry.contentType }).end(body);
    } catch {
      response.writeHead(503).end("The database does not answer.\n");
    }
  });
  const port = await getPort({ port: portNumbers(options.port, options.port + 50), host: options.host });
  await new Promise<void>((resolve) => server.listen(port, options.host, resolve));
  return {
    port,
    registry,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A gauge that asks when it is read: `read` gives each label's value. */
export function askedGauge(
  registry: Registry,
  options: { name: string; help: string; label: string },
  read: () => Promise<{ label: string; value: number }[]>,
): void {
  new Gauge({
    name: options.name,
    help: options.help,
    labelNames: [options.label],
    registers: [registry],
    async collect() {
      const rows = await read();
      this.reset();
      for (const { label, value } of rows) this.set({ [options.label]: label }, value);
    },
  });
}
