/** Texts that the reader can be tried with: two error bodies and a set of headers. */
export const REFUSAL_EXAMPLES = [
  {
    name: "A 429 message",
    text: "Error code: 429 - {'error': {'message': 'Rate limit reached for o1-mini in organization org-… on tokens per min (TPM): Limit 200000, Used 162960, Requested 42288. Please try again in 1.574s.', 'type': 'tokens', 'param': None, 'code': 'rate_limit_exceeded'}}",
  },
  {
    name: "A request too large",
    text: '{"error": {"message": "Request too large for o1 in organization org-… on tokens per min (TPM): Limit 30000, Requested 67036. The input or output tokens must be reduced in order to run successfully.", "type": "tokens", "param": null, "code": "rate_limit_exceeded"}}',
  },
  {
    name: "Response headers",
    text: "x-ratelimit-limit-requests: 500\nx-ratelimit-limit-tokens: 200000\nx-ratelimit-remaining-requests: 499\nx-ratelimit-remaining-tokens: 157712\nx-ratelimit-reset-requests: 120ms\nx-ratelimit-reset-tokens: 12.686s",
  },
] as const;
