/** Adding stays exact below this, whatever is added next. */
const CARRY_FROM = 2 ** 52;

/** A sum of whole numbers up to 1e12, exact to 2^53 and from there the nearest number. */
export class Sum {
  private low = 0;
  private high = 0n;

  add(value: number): void {
    this.low += value;
    if (this.low >= CARRY_FROM) {
      this.high += BigInt(this.low);
      this.low = 0;
    }
  }

  addAll(other: Sum): void {
    this.high += other.high;
    this.add(other.low);
  }

  get value(): number {
    return this.high === 0n ? this.low : Number(this.high + BigInt(this.low));
  }
}

/** Dollars are kept in units of 1e-12, finer ones in units of 1e-30; digits behind those are cut. */
const UNITS = 1e12;
const DECIMALS = 30;
const AMOUNT = /^(-?)(\d{1,15})(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i;

/**
 * A sum of dollars as they are written, exact; `text` is a decimal string, `null` before the first amount.
 */
export class Dollars {
  private readonly units = new Sum();
  private rest = 0n;
  private any = false;

  /** What is no amount is left out, and `false` says so. */
  add(amount: number | string): boolean {
    const number = typeof amount === "number" ? amount : Number(amount);
    const units = Math.round(number * UNITS);
    if (units >= 0 && units < 2 ** 52 && units / UNITS === number && (typeof amount === "number" || amount.length < 16))
      this.units.add(units);
    else {
      const match = AMOUNT.exec(String(amount).trim().replace(/^\$/, ""));
      if (!match) return false;
      const [, sign, whole, fraction = "", exponent = "0"] = match;
      const places = DECIMALS - fraction.length + Number(exponent);
      const digits = BigInt(whole! + fraction);
      const value = places >= 0 ? digits * 10n ** BigInt(places) : digits / 10n ** BigInt(-places);
      this.rest += sign ? -value : value;
    }
    return (this.any = true);
  }

  addAll(other: Dollars): void {
    this.units.addAll(other.units);
    this.rest += other.rest;
    this.any ||= other.any;
  }

  get text(): string | null {
    if (!this.any) return null;
    const total = BigInt(this.units.value) * 10n ** 18n + this.rest;
    const digits = (total < 0n ? -total : total).toString().padStart(DECIMALS + 1, "0");
    const fraction = digits.slice(-DECIMALS).replace(/0+$/, "");
    return `${total < 0n ? "-" : ""}${digits.slice(0, -DECIMALS)}${fraction && `.${fraction}`}`;
  }
}
