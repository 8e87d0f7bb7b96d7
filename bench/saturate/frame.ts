import { type Api, Writer } from '@samsa/protocol'

/** A request with its size and header. All requests of a load carry the same correlation id. */
export function frameOf<Request>(
  api: Api<Request, unknown>,
  version: number,
  request: Request,
): Buffer {
  const writer = new Writer()
  writer.beginFrame()
  writer.int16(api.key)
  writer.int16(version)
  writer.int32(1)
  writer.nullableString('samsa-saturate')
  if (api.requestHeaderVersion(version) === 2) writer.onlyUnknownTags(null)
  api.request.encode(writer, request, version)
  return Buffer.from(writer.finishBytes())
}
