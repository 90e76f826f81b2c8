namespace Sweet.Web.Wording;

public static class PaymentMethodText
{
    /// <summary>Stripe's name of a method in words that stand in a sentence: "bank account".</summary>
    public static string InWords(string method) => method switch
    {
        "us_bank_account" => "bank account",
        "link" => "Link",
        _ => method.Replace('_', ' '),
    };
}
