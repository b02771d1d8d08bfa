import type { AddedSource } from "../added-source.ts";

/**
 * Sends the bytes of a file and tells how far it is, from 0 to 1. `fetch` does not tell how much of a body has gone out, so this
 * is an XMLHttpRequest. It never rejects: whatever happens is an outcome in words.
 */
export function sendFile(url: string, file: File, onSent: (share: number) => void): Promise<AddedSource> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const fail = (message: string) => resolve({ name: file.name, outcome: "REFUSED", message });
    request.open("POST", `${url}?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = (event) => onSent(event.lengthComputable ? event.loaded / event.total : 0);
    request.upload.onload = () => onSent(1);
    request.onload = () => {
      const type = request.getResponseHeader("content-type") ?? "";
      if (type.startsWith("application/json")) {
        resolve({ ...(JSON.parse(request.responseText) as AddedSource), name: file.name });
      } else if (type.startsWith("text/plain") && request.responseText) {
        // The server in front answers by itself what it does not let through, such as a file that is too large.
        fail(request.responseText);
      } else {
        fail(`The server answered ${request.status}. Try again in a moment.`);
      }
    };
    request.onerror = () =>
      fail("The connection broke before the file arrived. Check it, then add the file again.");
    request.send(file);
  });
}
