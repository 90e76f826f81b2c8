using Sweet.Sandbox.Stripe;

namespace Sweet.Sandbox.Pages;

internal static class CheckoutPages
{
    public static void Map(WebApplication host, StripeStandIn stripe)
    {
    }
}
