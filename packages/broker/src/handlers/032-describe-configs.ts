import { describeConfigsApi, describeConfigsResponse } from '@samsa/protocol'
import type { DescribeConfigsRequest, DescribeConfigsResponse } from '@samsa/protocol'
import { accessRefusal } from '../config/access.ts'
import { describeResources } from '../config/describe/describe-resources.ts'
import { answer, type Handler } from '../dispatch/handler.ts'

/**
 * DescribeConfigs, v1-4: topics, this broker, and the values set for all brokers. Answered from the
 * committed image and what the node was started with. Groups, client metrics and loggers are refused.
 */
export const describeConfigsHandler: Handler<DescribeConfigsRequest, DescribeConfigsResponse> = {
  api: describeConfigsApi,
  versions: [1, 4],

  admit(request, context) {
    const { metadata, config } = context.services
    const results = describeResources(request, metadata.image(), config.startup, (resource) =>
      accessRefusal(context, 'describeConfigs', resource),
    )
    return answer(describeConfigsResponse({ results }))
  },
}
