namespace Sweet.Web.Hosting.Security;

/// <summary>Where the payment page lives; the security policy lets a form lead there.</summary>
/// <param name="Value">Scheme, host and port.</param>
public sealed record CheckoutOrigin(string Value);
