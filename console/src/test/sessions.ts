export { employeeSession, id, technicianSession } from '../../mock/data.mjs';
