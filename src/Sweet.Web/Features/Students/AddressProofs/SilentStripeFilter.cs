using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Sweet.Web.Payments;

namespace Sweet.Web.Features.Students.AddressProofs;

/// <summary>Nothing was done, and the same button works in a minute: no page of ours may be lost to Stripe's silence.</summary>
internal sealed class SilentStripeFilter : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        if (context.Exception is not StripeUnavailableException) return;
        // A webhook that we cannot take in is our failure, which Stripe repeats.
        if (context.ActionDescriptor.RouteValues.TryGetValue("area", out var area) && area == "Hooks") return;

        context.Result = new StatusCodeResult(StatusCodes.Status503ServiceUnavailable);
        context.ExceptionHandled = true;
    }
}
