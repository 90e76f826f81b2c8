namespace Sweet.Sandbox.Stripe.Api;

internal static class StripeKeys
{
    public static void Check(StripeRequest request, string secretKey)
    {
        const string scheme = "Bearer ";
        if (request.Authorization?.StartsWith(scheme, StringComparison.Ordinal) is not true)
            throw new StripeFailure(401, "invalid_request_error", null,
                "You did not provide an API key. You need to provide your API key in the Authorization header, "
                + "using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').");

        var key = request.Authorization[scheme.Length..];
        if (key != secretKey)
            throw new StripeFailure(401, "invalid_request_error", null, $"Invalid API Key provided: {Masked(key)}");
    }

    private static string Masked(string key) =>
        key.Length <= 12 ? new('*', key.Length) : key[..8] + new string('*', key.Length - 12) + key[^4..];
}
