import type { Uuid } from '@samsa/base'
import type { Reader } from './reader.ts'
import type { Writer } from './writer.ts'

// Arrays of scalars. The count was read, and checked against the bytes left, by the caller.

/** Reads `count` elements. */
export function readInt8s(reader: Reader, count: number): number[] {
  const items = new Array<number>(count)
  for (let index = 0; index < count; index++) items[index] = reader.int8()
  return items
}

/** Writes the elements; the count went before. */
export function writeInt8s(writer: Writer, items: readonly number[]): void {
  for (let index = 0; index < items.length; index++) writer.int8(items[index]!)
}

/** Reads `count` elements. */
export function readInt16s(reader: Reader, count: number): number[] {
  const items = new Array<number>(count)
  for (let index = 0; index < count; index++) items[index] = reader.int16()
  return items
}

/** Writes the elements; the count went before. */
export function writeInt16s(writer: Writer, items: readonly number[]): void {
  for (let index = 0; index < items.length; index++) writer.int16(items[index]!)
}

/** Reads `count` elements. */
export function readInt32s(reader: Reader, count: number): number[] {
  return reader.int32s(count)
}

/** Writes the elements; the count went before. */
export function writeInt32s(writer: Writer, items: readonly number[]): void {
  for (let index = 0; index < items.length; index++) writer.int32(items[index]!)
}

/** Reads `count` elements. */
export function readInt64s(reader: Reader, count: number): number[] {
  const items = new Array<number>(count)
  for (let index = 0; index < count; index++) items[index] = reader.int64()
  return items
}

/** Writes the elements; the count went before. */
export function writeInt64s(writer: Writer, items: readonly number[]): void {
  for (let index = 0; index < items.length; index++) writer.int64(items[index]!)
}

/** Reads `count` elements. */
export function readUuids(reader: Reader, count: number): Uuid[] {
  const items = new Array<Uuid>(count)
  for (let index = 0; index < count; index++) items[index] = reader.uuid()
  return items
}

/** Writes the elements; the count went before. */
export function writeUuids(writer: Writer, items: readonly Uuid[]): void {
  for (let index = 0; index < items.length; index++) writer.uuid(items[index]!)
}

/** Reads `count` elements. */
export function readStrings(reader: Reader, count: number): string[] {
  const items = new Array<string>(count)
  for (let index = 0; index < count; index++) items[index] = reader.string()
  return items
}

/** Writes the elements; the count went before. */
export function writeStrings(writer: Writer, items: readonly string[]): void {
  for (let index = 0; index < items.length; index++) writer.string(items[index]!)
}

/** Reads `count` elements. */
export function readCompactStrings(reader: Reader, count: number): string[] {
  const items = new Array<string>(count)
  for (let index = 0; index < count; index++) items[index] = reader.compactString()
  return items
}

/** Writes the elements; the count went before. */
export function writeCompactStrings(writer: Writer, items: readonly string[]): void {
  for (let index = 0; index < items.length; index++) writer.compactString(items[index]!)
}
