/** The words of a column that holds few different ones, known again by their bytes. */
export class QuickWords<T> {
  /** So many words of one column are kept. */
  static readonly MOST = 32;
  private readonly known: { readonly bytes: Uint8Array; readonly meaning: T }[] = [];
  /** The last word, and its place among all. */
  bytes: Uint8Array = new Uint8Array(0);
  place = -1;

  constructor(private readonly meaningOf: (word: string) => T) {}

  get meaning(): T {
    return this.known[this.place]!.meaning;
  }

  /** Makes the word of these bytes the last one; `false` where it is not ASCII, or one too many. */
  find(buffer: Uint8Array, from: number, to: number): boolean {
    const size = to - from;
    for (let place = 0; place < this.known.length; place++) {
      const { bytes } = this.known[place]!;
      if (bytes.length !== size) continue;
      let same = 0;
      while (same < size && bytes[same] === buffer[from + same]) same++;
      if (same === size) return this.take(place);
    }
    const bytes = buffer.slice(from, to);
    if (this.known.length === QuickWords.MOST || bytes.some((byte) => byte >= 128)) return false;
    this.known.push({ bytes, meaning: this.meaningOf(String.fromCharCode(...bytes).trim()) });
    return this.take(this.known.length - 1);
  }

  private take(place: number): true {
    this.place = place;
    this.bytes = this.known[place]!.bytes;
    return true;
  }
}
