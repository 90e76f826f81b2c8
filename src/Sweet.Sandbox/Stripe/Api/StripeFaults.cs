using System.Globalization;
using Sweet.Sandbox.Faults;
using Sweet.Sandbox.Hosting;

namespace Sweet.Sandbox.Stripe.Api;

internal static class StripeFaults
{
    public static Answer AnswerOf(Fault.Answers fault, StripeRequest request)
    {
        var failure = fault.Status switch
        {
            400 => StripeFailure.Invalid("The call is not one that this endpoint takes."),
            401 => new StripeFailure(401, "invalid_request_error", "api_key_expired", "Expired API Key provided."),
            403 => new StripeFailure(403, "invalid_request_error", null,
                "The provided key does not have the required permissions for this endpoint."),
            409 => new StripeFailure(409, "idempotency_error", "idempotency_key_in_use",
                "There is currently another in-progress request using this idempotent key."),
            429 => new StripeFailure(429, "invalid_request_error", "rate_limit",
                "Request rate limit exceeded. You can learn more about rate limits here https://stripe.com/docs/rate-limits."),
            _ => ServerError(),
        };
        var answer = new Answer(fault.Status, failure.ToJson(request.Id).ToJsonString(StripeJson.Options));
        if (fault.ResetsIn is { } pause)
            answer.Headers["Retry-After"] = ((long)pause.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return answer;
    }

    /// <summary>500, whether the work was done or not.</summary>
    public static Answer Stored(Fault.StoresServerError fault, Func<Answer> work, StripeRequest request)
    {
        if (fault.WorkIsDone)
            work();
        return new(500, ServerError().ToJson(request.Id).ToJsonString(StripeJson.Options));
    }

    private static StripeFailure ServerError() => new(500, "api_error", null, "An unknown error occurred.");
}
