import { describe, expect, it } from "vitest";
import { ConfigurationError, parseEnv } from "./env.ts";

describe("parseEnv", () => {
  it("needs nothing, and counts an empty variable as unset", () => {
    expect(parseEnv({ PORT: "", ORIGIN: "" })).toMatchObject({
      PORT: 3000,
      HOST: "127.0.0.1",
      LOG_LEVEL: "info",
    });
  });

  it("makes the data folder's path whole, so that processes started elsewhere mean the same one", () => {
    expect(parseEnv({ DATA_DIR: "x" }).DATA_DIR).toMatch(/^\/.*\/x$/);
  });

  it("takes a model server next door without a certificate, where no key of a provider is told", () => {
    const settings = {
      COMPATIBLE_BASE_URL: "http://ollama:11434/v1",
      OPENAI_BASE_URL: "http://127.0.0.1:9/v1",
    };
    expect(parseEnv(settings)).toMatchObject(settings);
  });

  it.each([
    ["PORT", "http", /^PORT .*\. See \.env\.example/],
    ["PORT", "70000", /^PORT /],
    ["DATABASE_URL", "mysql://localhost/x", /^DATABASE_URL must be a URL such as postgres:/],
    ["DATABASE_URL", "not a url", /^DATABASE_URL must be a URL such as postgres:/],
    ["ORIGIN", "ftp://example.test", /^ORIGIN must be the address that people open/],
    ["EPISODIC_SECRET", "short", /^EPISODIC_SECRET must be at least 32 characters/],
    ["LOG_LEVEL", "loud", /^LOG_LEVEL /],
    ["TRUSTED_PROXIES", "127.0.0.1, proxy", /^TRUSTED_PROXIES must be a list of addresses and networks/],
    ["OIDC_ISSUER", "http://id.example.test", /^OIDC_ISSUER must begin with https:/],
    ["OIDC_ISSUER", "id.example.test", /^OIDC_ISSUER must be the issuer's address/],
    ["ENTRA_TENANT_ID", "common", /^ENTRA_TENANT_ID must be the id of one directory/],
    ["GITHUB_CLIENT_ID", "an id", /^GITHUB_CLIENT_SECRET must be set where GITHUB_CLIENT_ID is/],
    ["OIDC_CLIENT_SECRET", "a secret", /^OIDC_ISSUER must be set where OIDC_CLIENT_SECRET is/],
    ["OPENAI_BASE_URL", "http://gateway.example.test/v1", /^OPENAI_BASE_URL must begin with https:/],
    ["ANTHROPIC_BASE_URL", "gateway", /^ANTHROPIC_BASE_URL must be an address such as https:/],
    ["GOOGLE_BASE_URL", "ftp://example.test", /^GOOGLE_BASE_URL must be an address such as https:/],
    ["COMPATIBLE_BASE_URL", "localhost:11434", /^COMPATIBLE_BASE_URL must be an address such as http:/],
    ["COMPATIBLE_API_KEY", "a key", /^COMPATIBLE_BASE_URL must be set where COMPATIBLE_API_KEY is/],
    ["COMPATIBLE_NAME", "Our server", /^COMPATIBLE_BASE_URL must be set where COMPATIBLE_NAME is/],
  ])("refuses %s=%s with a sentence", (name, value, sentence) => {
    const parse = () => parseEnv({ [name]: value });
    expect(parse).toThrow(ConfigurationError);
    expect(parse).toThrow(sentence);
  });
});
