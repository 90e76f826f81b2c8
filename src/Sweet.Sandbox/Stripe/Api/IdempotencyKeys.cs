using System.Collections.Concurrent;
using Sweet.Sandbox.Hosting;
using Sweet.Sandbox.Stripe.Accounts;

namespace Sweet.Sandbox.Stripe.Api;

/// <summary>Answers are kept under their key for a day, errors too, once the work had begun.</summary>
internal sealed class IdempotencyKeys
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<string, byte> inUse = [];

    public bool TryBegin(string? key) => key is null || inUse.TryAdd(key, 0);

    public void End(string? key)
    {
        if (key is not null)
            inUse.TryRemove(key, out _);
    }

    /// <returns>The kept answer, or null when the work is to be done.</returns>
    public static Answer? Replay(Books books, StripeRequest request)
    {
        if (request.IdempotencyKey is not { } key || books.Answers.GetValueOrDefault(key) is not { } kept)
            return null;
        if (kept.At + Kept <= books.Now)
        {
            books.Answers.Remove(key);
            return null;
        }

        if (kept.Path != request.Path)
            throw Misused("Keys for idempotent requests can only be used for the same endpoint they were first used for "
                + $"('{request.Path}' vs '{kept.Path}'). Try using a key other than '{key}' if you meant to execute a different request.");
        if (kept.Parameters != request.ParametersAsText)
            throw Misused("Keys for idempotent requests can only be used with the same parameters they were first used with. "
                + $"Try using a key other than '{key}' if you meant to execute a different request.");
        return new(kept.Status, kept.Body) { Headers = { ["Idempotent-Replayed"] = "true", ["Original-Request"] = kept.RequestId } };
    }

    public static Answer Keep(Books books, StripeRequest request, Answer answer)
    {
        if (request.IdempotencyKey is { } key)
            books.Answers[key] = new(request.Path, request.ParametersAsText, books.Now, answer.Status, answer.Body, request.Id);
        return answer;
    }

    public static StripeFailure Busy(string key) => new(
        409, "idempotency_error", "idempotency_key_in_use",
        "There is currently another in-progress request using this Stripe Idempotency-Key (that probably means you submitted twice, "
            + $"and the other request is still going through): {key}. Please try again later.");

    private static StripeFailure Misused(string message) => new(400, "idempotency_error", null, message);
}
