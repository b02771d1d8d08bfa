import { isMatch, type ModelRequest, type RequestMatch } from "./model-request.ts";

interface Rule {
  match?: RequestMatch | undefined;
  times: number | null;
}

/** Rules in the order in which they came; the first that is meant for a request is used up by it. */
export class RuleQueue<T extends Rule> {
  #rules: T[] = [];

  add(rule: T): void {
    this.#rules.push({ ...rule });
  }

  take(request: ModelRequest): T | null {
    const rule = this.#rules.find(({ match }) => isMatch(match ?? {}, request));
    if (!rule) return null;
    if (rule.times !== null) rule.times -= 1;
    if (rule.times === 0) this.#rules = this.#rules.filter((each) => each !== rule);
    return rule;
  }

  clear(): void {
    this.#rules = [];
  }
}
