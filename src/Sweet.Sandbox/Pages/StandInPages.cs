namespace Sweet.Sandbox.Pages;

/// <summary>What people look at: the payment page, the inbox, the control page.</summary>
internal static class StandInPages
{
    public static void Map(WebApplication host, StandIns standIns, TimeProvider clock)
    {
        CheckoutPages.Map(host, standIns.Stripe);
    }
}
