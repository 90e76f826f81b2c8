using System.Text.Json.Nodes;

namespace Sweet.Sandbox.Stripe;

/// <summary>An answer that is an error, in Stripe's own words.</summary>
internal sealed class StripeFailure(int status, string type, string? code, string message, string? parameter = null) : Exception(message)
{
    public int Status => status;

    public static StripeFailure Invalid(string message, string? code = null, string? parameter = null) =>
        new(400, "invalid_request_error", code, message, parameter);

    public static StripeFailure Missing(string what, string id, string parameter = "id") =>
        new(404, "invalid_request_error", "resource_missing", $"No such {what}: '{id}'", parameter);

    public JsonObject ToJson(string requestId)
    {
        var error = new JsonObject { ["message"] = Message, ["type"] = type };
        if (code is not null)
        {
            error["code"] = code;
            error["doc_url"] = "https://stripe.com/docs/error-codes/" + code.Replace('_', '-');
        }

        if (parameter is not null)
            error["param"] = parameter;
        error["request_log_url"] = "https://dashboard.stripe.com/test/logs/" + requestId;
        return new JsonObject { ["error"] = error };
    }
}
