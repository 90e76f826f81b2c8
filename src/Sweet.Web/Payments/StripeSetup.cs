using Microsoft.Extensions.Options;
using Stripe;
using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Payments;

public static class StripeSetup
{
    private const string HttpClientName = "Stripe";

    public static void AddPayments(this WebApplicationBuilder builder)
    {
        builder.Services.AddHttpClient(HttpClientName, http => http.Timeout = Timeout.InfiniteTimeSpan);
        builder.Services.AddSingleton<IStripeClient>(ClientFrom);
        builder.Services.AddSingleton(services =>
            new CheckoutOrigin(services.GetRequiredService<IOptions<StripeOptions>>().Value.CheckoutOrigin));
        builder.Services.AddSingleton<StripeCall>();
        builder.Services.AddSingleton<StripeCheckout>();
        builder.Services.AddSingleton<StripeRefunds>();
        builder.Services.AddSingleton<StripeDisputes>();
        builder.Services.AddSingleton<StripeListings>();
        builder.Services.AddSingleton<StripeBalance>();
        builder.Services.AddSingleton<StripeDashboard>();
        builder.Services.AddSingleton<StripeSignature>();
    }

    private static StripeClient ClientFrom(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<StripeOptions>>().Value;
        var http = services.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName);
        return new StripeClient(new StripeClientOptions
        {
            ApiKey = options.SecretKey,
            ApiBase = options.ApiBase,
            // Stripe.net repeats a lost call under its own key; the limit of StripeCall ends it all the same.
            HttpClient = new SystemNetHttpClient(http, options.NetworkRetries, appInfo: null, enableTelemetry: false),
        });
    }
}
