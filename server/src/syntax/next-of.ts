/** Where the next of some characters stands, asked for from the beginning of a text to its end. What is not there is looked for only once. */
export class NextOf {
  private readonly places: Int32Array;
  private nearest = -1;

  constructor(
    private readonly text: string,
    private readonly characters: readonly string[],
  ) {
    this.places = new Int32Array(characters.length).fill(-1);
  }

  /** At or behind an offset, which is never less than the one before; the end of the text where there is none. */
  from(offset: number): number {
    if (this.nearest < offset) this.look(offset);
    return this.nearest;
  }

  private look(offset: number): void {
    let nearest = this.text.length;
    for (const [index, character] of this.characters.entries()) {
      let place = this.places[index] ?? -1;
      if (place < offset) {
        const found = this.text.indexOf(character, offset);
        this.places[index] = place = found < 0 ? this.text.length : found;
      }
      if (place < nearest) nearest = place;
    }
    this.nearest = nearest;
  }
}
