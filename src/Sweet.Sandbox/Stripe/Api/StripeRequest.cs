using Sweet.Sandbox.Stripe.Parameters;

namespace Sweet.Sandbox.Stripe.Api;

internal sealed record StripeRequest(string Method, string Path, Form Parameters, string ParametersAsText)
{
    public string Id { get; } = Accounts.Books.NewId("req_", 14);
    public string? Authorization { get; init; }
    public string? IdempotencyKey { get; init; }
    public string? Version { get; init; }

    public static async Task<StripeRequest> Read(HttpRequest request)
    {
        var form = request.HasFormContentType ? await request.ReadFormAsync() : null;
        var fields = (form ?? Enumerable.Empty<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>>())
            .Concat(request.Query)
            .SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value ?? ""))
            .ToArray();
        var text = string.Join('&', fields
            .Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}")
            .Order(StringComparer.Ordinal));
        return new(request.Method, request.Path.Value!, Form.Parse(fields), text)
        {
            Authorization = request.Headers.Authorization,
            IdempotencyKey = request.Method == HttpMethods.Post ? (string?)request.Headers["Idempotency-Key"] : null,
            Version = request.Headers["Stripe-Version"],
        };
    }
}
