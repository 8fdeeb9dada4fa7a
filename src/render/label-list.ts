/** Labels of notes and link addresses go in, one by one; whether one is among them comes out, however many there are. */

/** A list of labels as micromark keeps it, which at every bracket looks through the whole of it. */
export class LabelList extends Array<string> {
  readonly #labels = new Set<string>();

  override push(...labels: string[]): number {
    for (const label of labels) this.#labels.add(label);
    return super.push(...labels);
  }

  override includes(label: string): boolean {
    return this.#labels.has(label);
  }
}
