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
    request.responseType = "json";
    request.upload.onprogress = (event) => onSent(event.lengthComputable ? event.loaded / event.total : 0);
    request.upload.onload = () => onSent(1);
    request.onload = () => {
      const outcome = request.response as AddedSource | null;
      if (outcome) resolve({ ...outcome, name: file.name });
      else fail(`The server answered ${request.status}. Try again in a moment.`);
    };
    request.onerror = () =>
      fail("The connection broke before the file arrived. Check it, then add the file again.");
    request.send(file);
  });
}
