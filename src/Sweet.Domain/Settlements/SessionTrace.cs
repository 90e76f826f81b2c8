namespace Sweet.Domain.Settlements;

/// <summary>What a session at Stripe remembers of the attempt that it was opened for: our row of it can be remade.</summary>
/// <param name="Url">Stripe's payment page while the session is open.</param>
public sealed record SessionTrace(string SessionId, string? Url, Money Amount, DateTime CreatedAtUtc, DateTime ExpiresAtUtc);
