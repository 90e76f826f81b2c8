using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Sweet.Web.Data.Faults;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Staff.KeptForms;

/// <summary>Makes a form that is only shown again one with a problem, so that the action answers with its page.</summary>
internal sealed class ShownAgainFilter : IAsyncActionFilter, IOrderedFilter
{
    /// <summary>In the view data of a page that shows a form again.</summary>
    public const string Unsent = "Unsent";

    public int Order => -1000;

    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var isErrorPage = FirstEndpoint.Of(context.HttpContext) != context.HttpContext.GetEndpoint();
        if (isErrorPage || context.HttpContext.Features.Get<ShownAgain>() is null)
        {
            await next();
            return;
        }

        context.ModelState.AddModelError(Unsent, Unsent);
        var done = await next();
        // The layout says it, on pages that list no problems too.
        context.ModelState.Remove(Unsent);
        if (done.Result is ViewResult page)
        {
            page.StatusCode = StatusCodes.Status200OK;
            page.ViewData[Unsent] = true;
            return;
        }

        if (done.Exception is not (null or WriteRefusedException)) return;

        // A form of choices alone, which its action never answers: its page as it is.
        done.ExceptionHandled = true;
        if (done.Result is not NotFoundResult) done.Result = new LocalRedirectResult(context.HttpContext.Request.Path);
    }
}
