using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Sweet.Web.Hosting.Security;

/// <summary>
/// Refuses a posted form that no page of ours sends: too large, unreadable, a field twice or of no form, a file that it does not ask
/// for. Runs before the antiforgery filter, which would read the form and answer 400 to all of it.
/// </summary>
internal sealed partial class FormCheck : IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>Antiforgery's own.</summary>
    private const string TokenField = "__RequestVerificationToken";

    public int Order => -1000;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        // The page that tells of a refusal is executed with the same form.
        var isErrorPage = FirstEndpoint.Of(context.HttpContext) != context.HttpContext.GetEndpoint();
        if (isErrorPage || !request.HasFormContentType || request.ContentLength == 0)
            return;

        // Signed by who sends it, and never a form: its body is not read here, so that its own limit of size still holds.
        if (IsSigned(context.ActionDescriptor) && !TakesForm(context.ActionDescriptor))
            context.Result = new BadRequestResult();
        else if (request.ContentLength > BytesOf(context.ActionDescriptor))
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        else if (await StatusOf(request, context.ActionDescriptor) is { } refusal)
            context.Result = new StatusCodeResult(refusal);
    }

    /// <returns>Why it is none of the action's forms; null if it is one.</returns>
    internal static async Task<int?> StatusOf(HttpRequest request, ActionDescriptor action)
    {
        try
        {
            var form = await request.ReadFormAsync(LimitsOf(action), request.HttpContext.RequestAborted);
            // The binder silently takes the first of doubled fields, but of a list.
            var isOurs = form.All(field => IsOfForm(action, field.Key, field.Value.Count));
            var files = form.Files.CountBy(file => file.Name, StringComparer.OrdinalIgnoreCase);
            return isOurs && files.All(file => file.Value == 1 && AsksFor(action, file.Key)) ? null : StatusCodes.Status400BadRequest;
        }
        catch (BadHttpRequestException tooLarge)
        {
            return tooLarge.StatusCode;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException or NotSupportedException)
        {
            // No form, one that ends halfway, or one in an encoding that no browser sends.
            return StatusCodes.Status400BadRequest;
        }
    }

    private static FormOptions LimitsOf(ActionDescriptor action) => new()
    {
        ValueLengthLimit = FormLimits.Bytes,
        ValueCountLimit = FormLimits.Fields,
        MultipartBodyLengthLimit = BytesOf(action),
    };

    private static long BytesOf(ActionDescriptor action) => FilesOf(action)?.Bytes ?? FormLimits.Bytes;

    private static TakesFilesAttribute? FilesOf(ActionDescriptor action) =>
        action.EndpointMetadata.OfType<TakesFilesAttribute>().FirstOrDefault();

    private static bool AsksFor(ActionDescriptor action, string file) =>
        FilesOf(action) is not null
        && action.Parameters.Select(p => PropertyOf(p.ParameterType, file) ?? PropertyOfRow(p.ParameterType, file))
            .Any(property => property?.PropertyType == typeof(IFormFile));

    private static bool IsSigned(ActionDescriptor action) =>
        action.EndpointMetadata.OfType<IgnoreAntiforgeryTokenAttribute>().Any();

    internal static bool TakesForm(ActionDescriptor action) =>
        action.Parameters.Any(p => p.BindingInfo?.BindingSource == BindingSource.Form);

    // A field that no form of ours has: the binder would ignore it, and whoever sent it would believe that it counted.
    private static bool IsOfForm(ActionDescriptor action, string field, int times) =>
        (field == TokenField && times == 1)
        || action.Parameters.Any(p => p.BindingInfo?.BindingSource == BindingSource.Form
            && (IsOfForm(p.ParameterType, field, times) || (times == 1 && PropertyOfRow(p.ParameterType, field) is not null)));

    private static bool IsOfForm(Type form, string field, int times) =>
        PropertyOf(form, field) is { } property && (times == 1 || property.PropertyType == typeof(List<int>));

    // "Meetings[2].Date": of a list that the form has.
    private static PropertyInfo? PropertyOfRow(Type form, string field)
    {
        var row = RowField().Match(field);
        return row.Success && PropertyOf(form, row.Groups["list"].Value)?.PropertyType is { IsGenericType: true } list
            ? PropertyOf(list.GetGenericArguments()[0], row.Groups["field"].Value)
            : null;
    }

    private static PropertyInfo? PropertyOf(Type form, string field) =>
        form.GetProperty(field, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase)
        ?? Array.Find(form.GetProperties(), p => p.GetCustomAttribute<FromFormAttribute>()?.Name == field);

    [GeneratedRegex(@"^(?<list>[A-Za-z]+)\[\d{1,3}\]\.(?<field>[A-Za-z]+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex RowField();
}
