import { defineMessage, int16, int32, string } from '../dsl/index.ts'
import type { MessageSchema } from '../dsl/index.ts'

export const requestHeader: MessageSchema = defineMessage({
  name: 'RequestHeader',
  versions: '1-2',
  flexible: '2+',
  fields: {
    requestApiKey: int16({ about: '' }),
    requestApiVersion: int16({ about: '' }),
    correlationId: int32({ about: '' }),
    clientId: string({ about: '', nullable: '1+', plain: true }),
  },
})

export const responseHeader: MessageSchema = defineMessage({
  name: 'ResponseHeader',
  versions: '0-1',
  flexible: '1+',
  fields: {
    correlationId: int32({ about: '' }),
  },
})
