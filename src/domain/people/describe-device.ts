import Bowser from "bowser";

/** What a browser calls itself, in words: "Firefox on Windows". Its version is left out: it changes, the device does not. */
export function describeDevice(userAgent: string | null): string {
  if (!userAgent) return "Unknown browser";
  const { browser, os, platform } = Bowser.parse(userAgent);
  const what = browser.name ? plain(browser.name) : "Unknown browser";
  const where = platform.model ?? (os.name ? plain(os.name) : null);
  return where ? `${what} on ${where}` : what;
}

/** Names are ours to show as they are, and only as long as a name is. */
function plain(name: string): string {
  return (name === "Microsoft Edge" ? "Edge" : name).slice(0, 40);
}
