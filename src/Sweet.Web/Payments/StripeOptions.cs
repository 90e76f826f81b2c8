namespace Sweet.Web.Payments;

public sealed class StripeOptions
{
    public const string Section = "Stripe";

    public string SecretKey { get; set; } = "";

    public string WebhookSecret { get; set; } = "";

    /// <summary>The secret before a rotation; still accepted while it is set.</summary>
    public string? PreviousWebhookSecret { get; set; }

    /// <summary>How often Stripe.net repeats a call by itself, within the time of a page; our own repetition comes later.</summary>
    public int NetworkRetries { get; set; } = 2;

    public string ApiBase { get; set; } = "https://api.stripe.com";

    /// <summary>Where Stripe's payment page lives; the security policy lets a form lead there.</summary>
    public string CheckoutOrigin { get; set; } = "https://checkout.stripe.com";

    /// <summary>Permits a live key outside Production, or a test key in Production.</summary>
    public bool AllowKeyOfOtherMode { get; set; }
}
