/** The fields of a message in the encoding of Protocol Buffers (https://protobuf.dev/programming-guides/encoding/). */
export class Message {
  readonly #fields = new Map<number, (Buffer | bigint)[]>();

  constructor(bytes: Buffer) {
    const reader = new Reader(bytes);
    while (!reader.isAtEnd()) {
      const tag = Number(reader.varint());
      const number = tag >>> 3;
      const values = this.#fields.get(number) ?? [];
      values.push(reader.value(tag & 7));
      this.#fields.set(number, values);
    }
  }

  has(number: number): boolean {
    return this.#fields.has(number);
  }

  bytes(number: number): Buffer {
    const value = this.#fields.get(number)?.at(-1) ?? Buffer.alloc(0);
    if (!Buffer.isBuffer(value)) throw new Error(`field ${number} has no length`);
    return value;
  }

  text(number: number): string {
    return this.bytes(number).toString();
  }

  integer(number: number): number {
    const value = this.#fields.get(number)?.at(-1) ?? 0n;
    if (Buffer.isBuffer(value)) throw new Error(`field ${number} is not a number`);
    return Number(value);
  }

  messages(number: number): Message[] {
    return (this.#fields.get(number) ?? []).map((value) => {
      if (!Buffer.isBuffer(value)) throw new Error(`field ${number} is not a message`);
      return new Message(value);
    });
  }
}

class Reader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  varint(): bigint {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = this.#bytes.readUInt8(this.#at++);
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  }

  /** Reads a value of a wire type: a number, or the bytes of a field with a length. */
  value(wireType: number): Buffer | bigint {
    switch (wireType) {
      case 0:
        return this.varint();
      case 1:
        return this.#take(8).readBigUInt64LE();
      case 2:
        return this.#take(Number(this.varint()));
      case 5:
        return BigInt(this.#take(4).readUInt32LE());
      default:
        throw new Error(`unknown wire type ${wireType}`);
    }
  }

  #take(length: number): Buffer {
    const start = this.#at;
    this.#at += length;
    if (this.#at > this.#bytes.length) throw new Error('the message is cut off');
    return this.#bytes.subarray(start, this.#at);
  }
}
