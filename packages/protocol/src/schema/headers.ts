import { defineMessage, int16, int32, string } from '../dsl/index.ts'
import type { MessageSchema } from '../dsl/index.ts'

/** What stands before every request. */
export const requestHeader: MessageSchema = defineMessage({
  name: 'RequestHeader',
  versions: '1-2',
  flexible: '2+',
  fields: {
    requestApiKey: int16({ about: 'Key of the API.' }),
    requestApiVersion: int16({ about: 'Version of the body that follows.' }),
    correlationId: int32({ about: "Number of the client's choosing; the answer carries it back." }),
    clientId: string({
      about:
        "Name of the client's choosing, for quotas and logs. Never compact, so that any broker can read it.",
      nullable: '1+',
      plain: true,
    }),
  },
})

/** What stands before every response. */
export const responseHeader: MessageSchema = defineMessage({
  name: 'ResponseHeader',
  versions: '0-1',
  flexible: '1+',
  fields: {
    correlationId: int32({ about: 'Number of the request that is answered.' }),
  },
})
